"""Charts for the public: frames in, figures out; ``recipes`` says how each kind of figure is drawn."""
