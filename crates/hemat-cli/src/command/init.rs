//! `hemat init`: templates to fill in. An existing file is never overwritten.

use std::fs;

use hemat_core::lang::Lang;
use hemat_io::read::template::{
    calendar_template, ceilings_template, event_template, hemat_csv_template, prices_template,
    replies_template, schedule_template, venues_template,
};
use hemat_io::write::settings::settings_template;

use crate::args::{Common, InitArgs, Template};
use crate::exit::{Exit, Failure};
use crate::output::{say, write_data};

pub(super) fn run(args: &InitArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let settings = settings_template(lang);
    let all: [(Template, &str, &str); 9] = [
        (Template::Event, "event.toml", event_template(lang)),
        (Template::Venues, "venues.toml", venues_template(lang)),
        (Template::Calendar, "calendar.csv", calendar_template(lang)),
        (Template::Schedule, "events.csv", schedule_template(lang)),
        (Template::Lines, "lines.csv", hemat_csv_template(lang)),
        (Template::Ceilings, "ceilings.csv", ceilings_template(lang)),
        (Template::Checks, "hemat.toml", &settings),
        (Template::Prices, "prices.toml", prices_template(lang)),
        (Template::Replies, "replies.toml", replies_template(lang)),
    ];
    let wanted: Vec<_> = all.into_iter().filter(|(t, _, _)| args.template.is_none_or(|w| w == *t)).collect();
    for (_, name, _) in &wanted {
        let path = args.dir.join(name);
        if path.exists() {
            return Err(Failure::Said(format!("{}: exists already; nothing was written", path.display())));
        }
    }
    fs::create_dir_all(&args.dir).map_err(|e| Failure::Said(format!("{}: {e}", args.dir.display())))?;
    for (_, name, text) in wanted {
        let path = args.dir.join(name);
        write_data(Some(&path), |out| out.write_all(text.as_bytes()))?;
        if !common.quiet {
            say(&path.display().to_string());
        }
    }
    Ok(Exit::Done)
}
