//! How uncaught exceptions are shown.
