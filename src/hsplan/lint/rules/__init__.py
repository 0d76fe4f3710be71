"""The rules, a family a module; `hsplan.lint.registry` has them all."""
