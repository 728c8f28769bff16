//! Two tellings of one act count its dead: which of the two counts stands.

use crate::events::{Toll, TollWho};

/// A count, low and high; without a high it is open («dozens», «at least sixty»).
type Count = (u64, Option<u64>);

/// Adds the toll of a later telling: a number stands for «dozens», and whom only one of the two counts is not lost.
pub(in crate::events) fn count_together(tolls: &mut Vec<Toll>, later: Toll) {
    // «20 soldiers», told again as «20 soldiers of X».
    let alike = |t: &Toll| {
        let sides = t.faction.is_none() || later.faction.is_none() || t.faction == later.faction;
        let whose = t.who == later.who || TollWho::All == t.who || TollWho::All == later.who;
        sides && whose && t.killed.is_some() && t.killed == later.killed
    };
    let same = |t: &Toll| t.who == later.who && t.faction == later.faction;
    let at = tolls.iter().position(same).or_else(|| tolls.iter().position(alike));
    let Some(known) = at.and_then(|at| tolls.get_mut(at)) else {
        tolls.push(later);
        return;
    };
    let killed = exact(known.killed, later.killed);
    if killed != known.killed {
        known.text = later.text;
    }
    known.killed = killed;
    if known.who == TollWho::All {
        known.who = later.who;
    }
    known.faction = known.faction.take().or(later.faction);
    known.wounded = exact(known.wounded, later.wounded);
}

/// The count that says more; the first one where they contradict each other.
fn exact(known: Option<Count>, later: Option<Count>) -> Option<Count> {
    let (Some(a), Some(b)) = (known, later) else { return known.or(later) };
    // «460 dead» above, «more than 460» below.
    let opens =
        |exact: Count, open: Count| exact.1.is_some() && open.1.is_none() && open.0.abs_diff(exact.0) <= 1;
    if opens(a, b) && b.0 >= a.0 {
        return Some(b);
    }
    let says_more = a.1.is_none() && b.0 > a.0 && (b.1.is_some() || is_round(a.0));
    Some(if says_more { b } else { a })
}

/// Is it the low end of «dozens», «hundreds» or «thousands»?
const fn is_round(low: u64) -> bool {
    matches!(low, 20 | 200 | 2000)
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn a_number_stands_for_dozens() {
        assert_eq!(exact(Some((20, None)), Some((60, None))), Some((60, None)));
        assert_eq!(exact(Some((41, None)), Some((44, Some(44)))), Some((44, Some(44))));
        assert_eq!(exact(Some((53, Some(53))), Some((50, None))), Some((53, Some(53))));
        assert_eq!(exact(None, Some((130, Some(130)))), Some((130, Some(130))));
    }
}
