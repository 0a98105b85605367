//! Coroutines awaited one after the other that could overlap: their sum against the longest, and only if the text says
//! that nothing flows between them. And `async for`, whose body runs for one item at a time. What a program itself
//! sleeps is left out: it is meant to be slept in turn.

use loopscope_core::instrument::Location;

use super::run::{Run, on_line};
use super::series::{self, Await, Series, sum_and_longest};
use super::{Insight, Repair, Rule, Severity};
use crate::format;

pub(super) fn sequence(run: &Run<'_>) -> Vec<Insight> {
    let mut found: Vec<Insight> = Vec::new();
    let mut known: Vec<(Rule, Vec<Location>)> = Vec::new();
    for series in series::all(run) {
        let mut rest = series.awaits.as_slice();
        while let [first, after @ ..] = rest {
            let (count, places) = window(run, rest);
            if count < 2 {
                rest = after;
                continue;
            }
            let (awaits, then) = rest.split_at(count);
            rest = then;
            let loop_line = run.source.async_for(first.location);
            let rule = if loop_line.is_some() { Rule::AsyncFor } else { Rule::Sequential };
            if known.iter().any(|(of, at)| *of == rule && *at == places) {
                continue;
            }
            let insight = match loop_line {
                Some(line) => async_for(run, &series, line, (first.location, first.name)),
                None => sequential(run, &series, awaits, &places),
            };
            known.push((rule, places));
            found.extend(insight);
        }
    }
    found
}

/// How many awaits at the beginning of `rest` could run side by side, and their places: one after the other in the text,
/// or one in a loop.
fn window(run: &Run<'_>, rest: &[Await<'_>]) -> (usize, Vec<Location>) {
    let fits = |one: &Await<'_>| one.name.is_some() && one.ended && one.location.line > 0;
    let Some(first) = rest.first().filter(|first| fits(first)) else { return (0, Vec::new()) };
    let place = first.location;
    let in_async_for = run.source.async_for(place);
    // What an `async for` itself waits for lies between the turns of its body.
    let same = |one: &&Await<'_>| fits(one) && one.location == place && one.name == first.name;
    let repeated = match in_async_for {
        Some(_) => rest.iter().filter(same).count(),
        None => rest.iter().take_while(same).count(),
    };
    if repeated >= 2 {
        let whole = if in_async_for.is_some() { rest.len() } else { repeated };
        let independent = run.source.independent(&[place, place]);
        return if independent { (whole, vec![place, place]) } else { (1, Vec::new()) };
    }
    if in_async_for.is_some() {
        return (1, Vec::new());
    }
    let mut places = vec![place];
    for one in rest[1..].iter().filter(|one| fits(one)) {
        let later = places.last().is_none_or(|last| *last < one.location);
        // The next is the next in time too.
        let next = rest.get(places.len()).is_some_and(|next| next.seq == one.seq);
        places.push(one.location);
        if !later || !next || !run.source.independent(&places) {
            places.pop();
            break;
        }
    }
    (places.len(), places)
}

fn sequential(
    run: &Run<'_>,
    series: &Series<'_>,
    awaits: &[Await<'_>],
    places: &[Location],
) -> Option<Insight> {
    let (sum, longest) = sum_and_longest(awaits);
    let first = awaits.first()?;
    let in_loop = places.first() == places.last();
    let name = |one: &Await<'_>| {
        format!("{}(){}", format::line(one.name.unwrap_or_default(), 40), on_line(one.location))
    };
    let who = if in_loop {
        format!("{} is awaited {} times, one after the other", name(first), awaits.len())
    } else {
        let names: Vec<String> = awaits.iter().take(3).map(name).collect();
        let more = match awaits.len() - names.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        match (names.as_slice(), more.is_empty()) {
            ([rest @ .., last], true) => {
                format!("{} and {last} are awaited one after the other", rest.join(", "))
            }
            _ => format!("{}{more} are awaited one after the other", names.join(", ")),
        }
    };
    let sentence = format!(
        "{who}: {} in all, where the longest takes {}. No value passes between them, so they could overlap.",
        format::span(sum),
        format::span(longest),
    );
    let lanes = vec![series.lane];
    let insight = run.insight(
        Rule::Sequential,
        Severity::Slow,
        first.seq + 1,
        first.start,
        first.location,
        lanes,
        sentence,
    );
    let repair = (!in_loop).then(|| Repair::Together(places.to_vec()));
    Some(Insight { repair, ..insight })
}

fn async_for(
    run: &Run<'_>,
    series: &Series<'_>,
    line: u32,
    (place, name): (Location, Option<&str>),
) -> Option<Insight> {
    let of_body = |one: &&Await<'_>| one.location == place && one.ended && one.name == name;
    let body: Vec<Await<'_>> = series.awaits.iter().filter(of_body).copied().collect();
    let (sum, longest) = sum_and_longest(&body);
    let first = body.first().filter(|_| body.len() >= 2)?;
    let sentence = format!(
        "async for on line {line} takes one item at a time: {}() on line {} is awaited for each of {} items before the next is \
         asked for, {} in all, where the longest takes {}. Tasks for the items would overlap.",
        format::line(first.name.unwrap_or_default(), 40),
        place.line,
        body.len(),
        format::span(sum),
        format::span(longest),
    );
    let lanes = vec![series.lane];
    Some(run.insight(Rule::AsyncFor, Severity::Note, first.seq + 1, first.start, place, lanes, sentence))
}
