"""The geometry of the charts: what is drawn where, to one decimal, so that the same plan draws the same picture."""
