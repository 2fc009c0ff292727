#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        match hemat_io::read::read_budget(&bytes, path.rsplit('/').next().unwrap(), &Default::default()) {
            Err(e) => println!("ERROR {e}"),
            Ok(b) => {
                println!(
                    "== {} {:?} hdr {:?} {:?}\n{:?}\n{:?}",
                    path, b.layout, b.header_row, b.columns, b.tally, b.details
                );
                let mut n = std::collections::BTreeMap::<_, (usize, String)>::new();
                for d in &b.diagnostics {
                    let e = n.entry(d.name).or_default();
                    e.0 += 1;
                    if e.0 <= 3 {
                        e.1.push_str(&format!(
                            "\n      {}",
                            d.to_string().chars().take(300).collect::<String>()
                        ));
                    }
                }
                for (k, v) in n {
                    println!("   {k} {}{}", v.0, v.1);
                }
                let show = |l: &hemat_core::cost_line::CostLine| {
                    println!(
                        "{} | {}/{} | {} | {} {} | [{}] {} | q {} ({}) @ {:?} = {} (before {:?}) {:?} {}",
                        l.row,
                        l.context.agency,
                        l.context.region,
                        l.context.activity,
                        l.context.account.as_ref().map(|a| a.code.to_string()).unwrap_or_default(),
                        l.context.account_name,
                        l.heading,
                        l.description.chars().take(160).collect::<String>(),
                        l.quantity.as_ref().map(|q| q.to_string()).unwrap_or_default(),
                        l.unit,
                        l.unit_price,
                        l.amount,
                        l.amount_before,
                        l.date.map(|d| d.to_string()),
                        l.package
                    )
                };
                for l in b.lines.iter().take(30) {
                    show(l);
                }
                println!("-- largest");
                let mut v: Vec<_> = b.lines.iter().collect();
                v.sort_by_key(|l| std::cmp::Reverse(l.amount));
                for l in v.iter().take(20) {
                    show(l);
                }
            }
        }
    }
}
