//! The formats of cells, made once.

use hemat_core::lang::Lang;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// Ink and paper. Dark text on light ground in all of them.
const HEADER_GROUND: u32 = 0x1F_4E_5F;
const INPUT_GROUND: u32 = 0xFF_F2_CC;
const TOTAL_GROUND: u32 = 0xE8_EE_F1;
const WARNING_GROUND: u32 = 0xFC_E4_D6;
const GREY: u32 = 0x59_59_59;

/// The formats of a workbook.
pub(super) struct Styles {
    pub title: Format,
    pub heading: Format,
    pub wrapped: Format,
    pub link: Format,
    pub header: Format,
    pub text: Look,
    /// Text that begins as a formula would: it stays text when the cell is edited.
    pub quoted: Look,
    pub unknown: Look,
    pub rupiah: Look,
    /// Rupiah with sen.
    pub sen: Look,
    pub count: Look,
    pub percent: Look,
    pub date: Look,
    pub year: Look,
    /// Money that is more than a workbook can hold exactly.
    pub inexact: Format,
    /// Cells to change.
    pub input_rupiah: Format,
    pub input_count: Format,
    pub result_rupiah: Format,
    pub result_text: Format,
    pub warning: Format,
    pub loss: Format,
    pub saving: Format,
}

/// A format for rows and for totals.
pub(super) struct Look {
    pub detail: Format,
    pub total: Format,
}

impl Look {
    fn of(format: Format) -> Self {
        let total =
            format.clone().set_bold().set_background_color(TOTAL_GROUND).set_border_top(FormatBorder::Thin);
        Look { detail: format, total }
    }

    /// The format of a row of this role.
    pub(super) fn role(&self, total: bool) -> &Format {
        if total { &self.total } else { &self.detail }
    }
}

impl Styles {
    /// The formats; the currency stands as the language writes it.
    pub(super) fn of(lang: Lang) -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let (whole, sen) = rupiah_formats(lang);
        let rupiah = || top().set_num_format(whole);
        let grey = top().set_italic().set_font_color(GREY);
        let input = || top().set_background_color(INPUT_GROUND).set_border(FormatBorder::Thin).set_unlocked();
        Styles {
            title: Format::new().set_bold().set_font_size(14).set_text_wrap().set_align(FormatAlign::Top),
            heading: top().set_bold().set_font_size(12),
            wrapped: top().set_text_wrap(),
            link: top().set_font_color(0x05_63_C1).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            header: top()
                .set_bold()
                .set_text_wrap()
                .set_font_color(0xFF_FF_FF)
                .set_background_color(HEADER_GROUND)
                .set_border(FormatBorder::Thin),
            text: Look::of(top()),
            quoted: Look::of(top().set_quote_prefix()),
            unknown: Look::of(grey),
            rupiah: Look::of(rupiah()),
            sen: Look::of(top().set_num_format(sen)),
            count: Look::of(top().set_num_format("#,##0")),
            percent: Look::of(top().set_num_format(lang.pick("0.0# \"%\"", "0.0#\"%\""))),
            date: Look::of(top().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)),
            year: Look::of(top().set_num_format("0").set_align(FormatAlign::Left)),
            inexact: rupiah().set_background_color(WARNING_GROUND),
            input_rupiah: input().set_num_format(sen_if_any(lang)),
            input_count: input().set_num_format("#,##0"),
            result_rupiah: rupiah(),
            result_text: top().set_text_wrap(),
            warning: top().set_bold().set_font_color(0x9C_00_06),
            loss: Format::new().set_font_color(0x9C_00_06).set_background_color(0xFF_C7_CE),
            saving: Format::new().set_font_color(0x00_61_00).set_background_color(0xC6_EF_CE),
        }
    }
}

/// Formats of money without and with sen. Excel itself puts the marks of the reader's country.
fn rupiah_formats(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Id => ("\"Rp\"#,##0;[Red]-\"Rp\"#,##0", "\"Rp\"#,##0.00;[Red]-\"Rp\"#,##0.00"),
        Lang::En => ("\"IDR \"#,##0;[Red]-\"IDR \"#,##0", "\"IDR \"#,##0.00;[Red]-\"IDR \"#,##0.00"),
    }
}

fn sen_if_any(lang: Lang) -> &'static str {
    rupiah_formats(lang).0
}
