//! The two languages of the output.

/// Language of everything people read. Indonesian is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The code used on the command line and in files: `id` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// Picks one of two texts.
    #[must_use]
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Lang::Id => id,
            Lang::En => en,
        }
    }
}

/// A short text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Indonesian.
    pub id: Box<str>,
    /// English.
    pub en: Box<str>,
}

impl Text {
    /// A text that somebody wrote in one language: it is shown as it is in both.
    #[must_use]
    pub fn as_written(text: &str) -> Self {
        Text { id: text.into(), en: text.into() }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.id, &self.en)
    }
}
