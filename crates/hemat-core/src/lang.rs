//! The two languages of the output.

use std::borrow::Cow;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    id: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Text {
    /// A text of the program itself.
    #[must_use]
    pub const fn fixed(id: &'static str, en: &'static str) -> Self {
        Text { id: Cow::Borrowed(id), en: Cow::Borrowed(en) }
    }

    /// A text that `make` writes once for each language.
    #[must_use]
    pub fn by(make: impl Fn(Lang) -> String) -> Self {
        Text { id: Cow::Owned(make(Lang::Id)), en: Cow::Owned(make(Lang::En)) }
    }

    /// A text that somebody wrote in one language: it is shown as it is in both.
    #[must_use]
    pub fn as_written(text: &str) -> Self {
        Text::both(text, text)
    }

    /// A text given in both languages.
    #[must_use]
    pub fn both(id: &str, en: &str) -> Self {
        Text { id: Cow::Owned(id.to_owned()), en: Cow::Owned(en.to_owned()) }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.id, &self.en)
    }
}
