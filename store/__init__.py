"""Storage of what people do together: one SQLite file by default, or PostgreSQL; no rules of rooms and no HTTP."""

from store.engine import FOLDER, Store, opened
from store.errors import StoreError

__all__ = ["FOLDER", "Store", "StoreError", "opened"]
