"""Model of ``course.yml``: what a course is called, and the sentences around its pages."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from course.models import Entry, Id, Text


class About(Entry):
    """What the kit says about a course as a whole."""

    title: Text = Field(description="Name of the course, on every page and slide")
    short: Text = Field(description="Name below the icon of the installed pages")
    name: Id = Field(
        description="Name of the files and folders that carry the course, such as the zip for a stick"
    )
    description: Text = Field(description="One sentence for search engines and previews of a link")
    over: Text = Field(description="Line above the title on the home page")
    author_line: Text | None = Field(None, description="Whose text is studied, on the home page")
    session_parts: Text = Field(description="Goes on after “Tài liệu gồm … buổi, ” on the home page")
    plans_link: Text | None = Field(
        None, description="On the button that leads to the session about the plans"
    )
    footer: Text = Field(description="What the material is made from, at the foot of every page")
    dated: dt.date | None = Field(
        None, description="Day of the content's last change, at the foot of every page"
    )
    exam_title: Text = Field(description="Heading of exam papers, unless another is given")
