"""The forms: what is typed or chosen in the browser, read into values for the services."""
