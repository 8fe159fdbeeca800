"""The pages, by area: each view authorises, reads or writes once, and answers."""
