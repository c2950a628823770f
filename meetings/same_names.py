"""Units that have the same name under different bodies, as “Chi bộ thôn 1” of two communes, are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from meetings.unit_names import key
from meetings.versions import Received


def told_apart(received: Sequence[Received]) -> tuple[list[Received], list[str]]:
    """Return the files with units called by name and body above, where one name stands under several bodies.

    Returns
    -------
    received
        In their order.
    remarks
        A sentence for each such name, with what the units are called now.
    """
    bodies: dict[str, set[str]] = {}
    for one in received:
        bodies.setdefault(key(one.branch.unit), set()).add(key(one.branch.superior))
    shared = {unit for unit, above in bodies.items() if len(above - {""}) > 1}
    apart = [_with_body(one) if key(one.branch.unit) in shared else one for one in received]
    remarks = []
    for unit in sorted(shared):
        pairs = zip(received, apart, strict=True)
        names = sorted({new.branch.unit for old, new in pairs if key(old.branch.unit) == unit})
        remarks.append(
            f"Nhiều đơn vị cùng tên, được phân biệt bằng cấp trên: {'; '.join(names)}; trong danh sách hãy ghi đúng "
            "như vậy."
        )
    return apart, remarks


def _with_body(one: Received) -> Received:
    name = ", ".join(filter(None, (one.branch.unit, one.branch.superior)))
    return replace(one, branch=one.branch.model_copy(update={"unit": name}))
