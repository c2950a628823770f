"""The live deck: a page of reveal.js with the same widgets."""
