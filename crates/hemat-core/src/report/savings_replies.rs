//! What agencies answered, and what their answers changed.

use std::collections::{BTreeMap, BTreeSet};

use super::savings_status::status_label;
use super::{Cell, Column, ColumnKind, Section, Table};
use crate::lang::{Lang, Text};
use crate::lawful_reason::{LawfulReason, ReasonEffect};
use crate::reply::Reply;
use crate::saving::{ReplyEffect, Savings};

fn effect(effect: &ReplyEffect, lang: Lang) -> String {
    let Some([(before, was), (after, now)]) = effect.change else {
        return lang
            .pick(
                "tidak ada kegiatan dengan id ini dalam berkas yang dibaca",
                "no event that was read has this id",
            )
            .to_owned();
    };
    let money = |saving: Option<_>| saving.map(|s| super::compare_text::money(s, lang));
    let same = (before, was) == (after, now);
    match (same, money(was), money(now)) {
        (true, _, _) if effect.reply.reason.effect() == ReasonEffect::PrintedOnly => lang
            .pick("dicetak di samping angka; angkanya tetap", "printed beside the figure, which stays")
            .to_owned(),
        (true, _, _) => lang.pick("angkanya tetap", "the figure stays").to_owned(),
        (false, Some(was), Some(now)) => format!("{was} → {now}"),
        (false, Some(was), None) => format!("{was} → {}", status_label(after, lang)),
        (false, None, Some(now)) => format!("{} → {now}", status_label(before, lang)),
        (false, None, None) => format!("{} → {}", status_label(before, lang), status_label(after, lang)),
    }
}

/// Who said what when; nothing if no words are kept.
fn statement(reply: &Reply, lang: Lang) -> Option<String> {
    if reply.statement.is_empty() {
        return None;
    }
    let received = reply.received.map(|day| day.display(lang)).unwrap_or_default();
    let who: Vec<&str> = [reply.office.as_str(), &received].into_iter().filter(|t| !t.is_empty()).collect();
    let who = if who.is_empty() { reply.known.event.clone() } else { who.join(", ") };
    Some(format!("{who}: \"{}\"", reply.statement))
}

/// Every reply with its effect, and the headline without any of them.
pub(super) fn replies_section(
    savings: &Savings,
    grounds: &BTreeMap<LawfulReason, Vec<Text>>,
    lang: Lang,
) -> Option<Section> {
    if savings.replies.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "replies",
        "",
        vec![
            Column::new("event", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("reason", lang.pick("Alasan", "Reason"), ColumnKind::Text),
            Column::new("evidence", lang.pick("Bukti", "Evidence"), ColumnKind::Text),
            Column::new("source", lang.pick("Sumber", "Source"), ColumnKind::Source),
            Column::new(
                "effect",
                lang.pick("Pengaruh pada penghematan", "Effect on the saving"),
                ColumnKind::Text,
            ),
        ],
    );
    let mut said = Vec::new();
    for reply in &savings.replies {
        let of = &reply.reply;
        said.extend(statement(of, lang));
        table.row(vec![
            Cell::text(reply.event.clone().unwrap_or_else(|| of.known.event.clone())),
            Cell::text(of.reason.label(lang)),
            Cell::Evidence(of.known.evidence),
            Cell::Source(of.known.source.clone()),
            Cell::text(effect(reply, lang)),
        ]);
    }
    let reasons: BTreeSet<LawfulReason> = savings.replies.iter().map(|r| r.reply.reason).collect();
    for reason in reasons {
        let rules: Vec<&str> = grounds.get(&reason).into_iter().flatten().map(|t| t.get(lang)).collect();
        let label = reason.label(lang);
        said.push(match (rules.is_empty(), lang) {
            (true, Lang::Id) => format!("{label}: alasan tentang keadaan, bukan tentang aturan."),
            (true, Lang::En) => format!("{label}: a reason of fact, not of a rule."),
            (false, Lang::Id) => format!("{label}: dapat bersandar pada {}.", rules.join("; ")),
            (false, Lang::En) => format!("{label}: may rest on {}.", rules.join("; ")),
        });
    }
    let (with, without) = (
        super::compare_text::money(savings.gross, lang),
        super::compare_text::money(savings.gross_without_replies, lang),
    );
    let sentence = match lang {
        Lang::Id => format!("Penghematan kotor dengan jawaban ini: {with}; tanpa jawaban: {without}."),
        Lang::En => format!("Gross saving with these replies: {with}; without them: {without}."),
    };
    let heading = lang.pick("Jawaban instansi", "Replies of the agencies");
    Some(Section::new("replies", heading).table(table).list(said).paragraph(sentence))
}
