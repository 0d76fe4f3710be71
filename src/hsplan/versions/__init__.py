"""The plans as they stood at other times, as git has them: at a revision, at a meeting, through every commit."""
