//! Writers: a report value becomes text, CSV, JSON or Markdown. No writer computes.
