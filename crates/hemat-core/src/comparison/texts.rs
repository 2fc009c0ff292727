//! The texts of a comparison that came from files and that a workbook of formulas shows: for masking.

use super::{Comparison, CostOf};

impl Comparison {
    /// Gives the title, the venues' names and every source to `edit`.
    pub fn each_text(&mut self, edit: &mut dyn FnMut(&mut String)) {
        edit(&mut self.event.title);
        if let Some(participants) = &mut self.event.participants {
            participants.source.edit_document(edit);
        }
        for option in &mut self.options {
            edit(&mut option.name);
            for component in &mut option.components {
                if let CostOf::Event(_, description) = &mut component.of {
                    edit(description);
                }
                component.source.edit_document(edit);
            }
            for (_, _, source) in option.other_ways.iter_mut().flat_map(|way| &mut way.rates) {
                source.edit_document(edit);
            }
        }
        for cost in &mut self.event.costs {
            edit(&mut cost.description);
            cost.source.edit_document(edit);
        }
    }
}
