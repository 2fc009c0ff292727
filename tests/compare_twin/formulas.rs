//! What a workbook computes from the formulas of a comparison, against the plain evaluation.

use hemat_core::comparison::{FormulaInput, InputNumbers, Place, VenueOption, formula_points};
use hemat_core::estimate::Point;
use hemat_core::event::Event;

use crate::plain::money;

fn numbers(event: &Event, places: [Place; 4]) -> InputNumbers {
    let mut numbers = [0; 4];
    for ((number, input), place) in numbers.iter_mut().zip(FormulaInput::ALL).zip(places) {
        *number = input.of(event).map_or(0, |range| place.of(range));
    }
    numbers
}

/// The venue's own bill, costs of the event itself left out.
fn bill(option: &VenueOption, end: Point, inputs: InputNumbers) -> i128 {
    let own = option.components.iter().filter(|c| c.working.basis.is_some());
    own.map(|c| money(c.working.amount_at(c.working.unit_price.at(end), inputs).unwrap())).sum()
}

/// Each component at the ends of all inputs; the saving from the corners, the verdict's range from all points.
pub(crate) fn check(
    event: &Event,
    (baseline, option): (&VenueOption, &VenueOption),
    corners: [i128; 3],
    with_kinks: (i128, i128),
    label: &str,
) {
    for component in &option.components {
        for (place, end) in
            [(Place::Low, Point::Low), (Place::Likely, Point::Likely), (Place::High, Point::High)]
        {
            let inputs = numbers(event, [place; 4]);
            let amount = component.working.amount_at(component.working.unit_price.at(end), inputs).unwrap();
            assert_eq!(amount, component.amount.at(end), "{label}: {:?} at {end:?}", component.of);
        }
    }
    let likely = numbers(event, [Place::Likely; 4]);
    let likely = bill(baseline, Point::Likely, likely) - bill(option, Point::Likely, likely);
    assert_eq!(likely, corners[1], "{label}: likely");
    let range = |only_corners: bool| {
        let points = formula_points(baseline, option).into_iter().filter(|p| p.corner || !only_corners);
        points.fold((likely, likely), |(low, high), point| {
            let inputs = numbers(event, point.places);
            let at = |ours, theirs| bill(baseline, ours, inputs) - bill(option, theirs, inputs);
            (low.min(at(Point::Low, Point::High)), high.max(at(Point::High, Point::Low)))
        })
    };
    assert_eq!(range(true), (corners[0], corners[2]), "{label}: corners");
    assert_eq!(range(false), with_kinks, "{label}: all points");
}
