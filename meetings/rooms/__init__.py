"""A room: people answer together what stands on the wall, by phone without a name, or by hands that are counted.

Each function works within a transaction of the caller (:meth:`store.Store.write` or ``read``), takes the moment by the
server's clock as ``now`` (whole milliseconds since 1970, UTC), and knows no HTTP. A room's state is what is stored:
whoever comes late, drops or comes back reads it and is right.
"""
