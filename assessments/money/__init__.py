"""Money: the currencies on offer, and how an amount is read in one of them. Imports no Django."""
