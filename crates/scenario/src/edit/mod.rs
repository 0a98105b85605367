//! What can be edited in a program without typing: its delays and its task lists.
