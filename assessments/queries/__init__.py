"""Reads: what pages and reports are made from, each in a known number of queries."""
