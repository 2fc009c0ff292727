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

/// One text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bilingual {
    id: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Bilingual {
    /// A text of the program itself.
    #[must_use]
    pub const fn fixed(id: &'static str, en: &'static str) -> Self {
        Bilingual { id: Cow::Borrowed(id), en: Cow::Borrowed(en) }
    }

    /// A text that `make` writes once for each language.
    #[must_use]
    pub fn by(make: impl Fn(Lang) -> String) -> Self {
        Bilingual { id: Cow::Owned(make(Lang::Id)), en: Cow::Owned(make(Lang::En)) }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.id, &self.en)
    }
}
