"""The trainer's desk: puts a unit's meeting together in a live page or in JupyterLab."""
