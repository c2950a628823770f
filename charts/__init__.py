"""Charts for the public: frames in, figures out; see ``figures`` for what is shown where."""
