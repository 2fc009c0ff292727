//! Where the rows and rupiah of the files that were read went.

use super::savings::LeftOut;
use super::{Cell, Column, ColumnKind, Section, Table};
use crate::lang::Lang;
use crate::reconciliation::Reconciliation;

pub(super) fn reconciliation_section(
    reconciliation: &Reconciliation,
    left_out: Option<LeftOut>,
    lang: Lang,
) -> Section {
    let mut table = Table::new(
        "reconciliation",
        "",
        vec![
            Column::new("part", lang.pick("Bagian", "Part"), ColumnKind::Text),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Count),
            Column::new("amount", lang.pick("Rupiah", "IDR"), ColumnKind::Rupiah),
        ],
    );
    let (rows, amount) = (&reconciliation.rows, &reconciliation.amount);
    let out = left_out.unwrap_or_default();
    table.row(vec![
        Cell::text(lang.pick("dalam kegiatan", "in events")),
        Cell::Count(rows.used.saturating_sub(out.rows)),
        // Part of what was used, so that the difference stays in range.
        Cell::Rupiah(amount.used.try_sub(out.amount).unwrap_or(amount.used)),
    ]);
    if left_out.is_some() {
        table.row(vec![
            Cell::text(lang.pick("dalam kegiatan yang tidak dipilih", "in events that were not chosen")),
            Cell::Count(out.rows),
            Cell::Rupiah(out.amount),
        ]);
    }
    table.row(vec![
        Cell::text(lang.pick("disisihkan (tidak dapat dipakai)", "set aside (could not be used)")),
        Cell::Count(rows.set_aside),
        Cell::Rupiah(amount.set_aside),
    ]);
    table.row(vec![
        Cell::text(lang.pick(
            "bukan kegiatan (belanja lain, pendapatan, judul, jumlah)",
            "not events (other spending, revenue, titles, totals)",
        )),
        Cell::Count(rows.not_event),
        Cell::Rupiah(amount.not_event),
    ]);
    table.total(vec![
        Cell::text(lang.pick("dibaca", "read")),
        Cell::Count(rows.read),
        Cell::Rupiah(amount.read),
    ]);
    let sentence = if reconciliation.balances() {
        lang.pick(
            "Semua baris dan rupiah yang dibaca ada di salah satu bagian ini.",
            "Every row and rupiah read is in one of these parts.",
        )
    } else {
        lang.pick(
            "PERHATIAN: jumlah bagian tidak sama dengan yang dibaca. Angka di atas tidak boleh dipakai sebelum ini diperiksa.",
            "ATTENTION: the parts do not add up to what was read. Do not use the figures above before this is settled.",
        )
    };
    Section::new("reconciliation", lang.pick("Rekonsiliasi", "Reconciliation"))
        .table(table)
        .paragraph(sentence)
}
