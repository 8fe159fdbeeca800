"""A table of services as people bring it: pasted, in a workbook, or as Backstage's catalogue."""
