"""Run by Alembic: the steps of ``versions/`` on the connection that :mod:`store.schema` hands over."""

from alembic import context

from store.tables import metadata

# Batch: SQLite changes a table by making it anew.
context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
