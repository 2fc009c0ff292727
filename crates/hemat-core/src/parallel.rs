//! Work shared out over threads. The results come in the order of the items, whatever thread made them.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Items of a part at least: a thread costs some twenty microseconds.
const FEWEST: usize = 256;

/// Applies `work` to parts of the items, on at most so many threads, and joins what it gives in the items' order.
pub fn in_parts<T: Sync, R: Send>(items: &[T], jobs: usize, work: impl Fn(&[T]) -> Vec<R> + Sync) -> Vec<R> {
    let parts = jobs.min(items.len() / FEWEST).max(1);
    if parts == 1 {
        return work(items);
    }
    let work = &work;
    thread::scope(|scope| {
        let mut chunks = items.chunks(items.len().div_ceil(parts));
        let own = chunks.next().unwrap_or_default();
        let others: Vec<_> = chunks.map(|part| scope.spawn(move || work(part))).collect();
        let mut all = work(own);
        for other in others {
            all.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        all
    })
}

/// Both answers; at the same time if there is more than one thread.
pub fn both<A: Send, B>(jobs: usize, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    if jobs <= 1 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    })
}

/// Applies `work` to each item, on at most so many threads, and gives the results in the items' order. A thread takes the
/// next item as soon as it is done with one: for items of very different size, such as files.
pub fn one_by_one<T: Sync, R: Send>(items: &[T], jobs: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut all = thread::scope(|scope| {
        let others: Vec<_> = (1..jobs.min(items.len())).map(|_| scope.spawn(take)).collect();
        let mut all = take();
        for other in others {
            all.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        all
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        for length in [0, 1, 255, 512, 1000, 5000] {
            let items: Vec<usize> = (0..length).collect();
            for jobs in [0, 1, 2, 3, 7, 100] {
                let doubled = in_parts(&items, jobs, |part| part.iter().map(|i| i * 2).collect());
                assert_eq!(
                    doubled,
                    items.iter().map(|i| i * 2).collect::<Vec<_>>(),
                    "{length} items, {jobs} jobs"
                );
            }
        }
    }

    #[test]
    fn items_taken_one_by_one_come_in_order() {
        for length in [0, 1, 2, 5, 300] {
            let items: Vec<usize> = (0..length).collect();
            for jobs in [0, 1, 2, 7, 100] {
                let doubled = one_by_one(&items, jobs, |i| i * 2);
                let expected: Vec<usize> = items.iter().map(|i| i * 2).collect();
                assert_eq!(doubled, expected, "{length} items, {jobs} jobs");
            }
        }
    }
}
