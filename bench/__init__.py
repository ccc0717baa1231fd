"""How fast and how large: what ModuleKit takes, beside programs that do part of the same work. `./run bench`."""
