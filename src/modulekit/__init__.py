"""ModuleKit: a compiler from structured YAML courses to handouts, trainer guides and slides."""

__version__ = "0.1.0"
