//! Whom an umbrella name («the opposition», «the factions») means where a text says who leads it.

use super::context::is_armed;
use super::{ActorKind, ActorMention};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::knowledge::{Client, Conflict, FactionId, HeadClass, Knowledge, Relation};
use crate::text::{Affixes, Text, TokenKind};

/// Between an umbrella and the ally that is named beside it stand at most so many tokens.
const NEAR: usize = 4;

/// Names the leader of every mention of an umbrella that is no name of its own, when the text puts one
/// of its allies beside it («X and allied factions», «the factions, among them X») and names no group
/// of the umbrella itself about as often.
pub(super) fn name_leaders(text: &Text<'_>, knowledge: &Knowledge, out: &mut [ActorMention]) {
    let conflict = &knowledge.conflict;
    let Some(leader) = leader(text, knowledge, out) else { return };
    for mention in out.iter_mut().filter(|m| is_general(m) && is_umbrella(conflict, m.faction)) {
        mention.leader = Some(leader);
        mention.why.push(format!("led by {} in this text", conflict.faction(leader).code).into());
    }
}

/// Names the client as whom every mention of an umbrella stands for, names of its own among them, when the text ties
/// it to a patron whose opposition groups are a faction («X backed by the army of Y», «X together with the army of Y»)
/// and patron and client are named about as often as the umbrella.
pub(super) fn name_clients(text: &Text<'_>, knowledge: &Knowledge, out: &mut [ActorMention]) {
    let conflict = &knowledge.conflict;
    let named = |f: FactionId| out.iter().filter(|m| m.faction == f).count();
    let tied = |c: &&Client| {
        c.opposition
            && out.windows(2).any(|pair| {
                let umbrella = is_umbrella(conflict, pair[0].faction) && is_armed(&pair[0]);
                let beside = is_umbrella(conflict, pair[1].faction)
                    && is_armed(&pair[0])
                    && is_armed(&pair[1])
                    && pair[0].faction == c.patron
                    && is_joined_to(text, &pair[0], &pair[1]);
                beside
                    || umbrella
                        && pair[1].faction == c.patron
                        && (is_supported(text, knowledge, &pair[0], &pair[1])
                            || is_helped(text, knowledge, &pair[0], &pair[1]))
            })
    };
    let Some(client) = knowledge.actors.clients.iter().find(tied) else { return };
    let umbrellas = out.iter().filter(|m| is_umbrella(conflict, m.faction)).count();
    if named(client.patron) + named(client.group) < umbrellas {
        return;
    }
    let code = &conflict.faction(client.patron).code;
    for mention in out.iter_mut().filter(|m| m.leader.is_none() && is_umbrella(conflict, m.faction)) {
        if is_armed(mention) || mention.kind == ActorKind::Generic {
            mention.faction = client.group;
            mention.why.push(format!("backed by {code} in this text").into());
        }
    }
}

/// «the army of X and the factions of Y»: nothing but «and» stands between them.
fn is_joined_to(text: &Text<'_>, a: &ActorMention, b: &ActorMention) -> bool {
    let joined = text.readings_at(b.tokens.start).iter().any(|r| r.affixes.has(Affixes::WA));
    joined && b.tokens.start == a.tokens.end
}

/// «X with the support of Y», the support told by a noun and an adjective («with Turkish support»).
fn is_helped(text: &Text<'_>, knowledge: &Knowledge, a: &ActorMention, b: &ActorMention) -> bool {
    let help = |i: usize| knowledge.triggers.lists.help.longest_at(text, i).is_some();
    let between = a.tokens.end..b.tokens.start + 1;
    between.len() <= NEAR + 1
        && between.clone().all(|i| text.tokens[i].kind == TokenKind::Word)
        && between.clone().any(help)
}

/// «X backed by Y», «X together with Y»: is `b` on the side of `a` by the words between them?
fn is_supported(text: &Text<'_>, knowledge: &Knowledge, a: &ActorMention, b: &ActorMention) -> bool {
    let mut between = a.tokens.end..b.tokens.start;
    let supports = |i: usize| {
        let cue = knowledge.status.lexicon.longest_at(text, i);
        let word = knowledge.actors.words.longest_at(text, i);
        cue.is_some_and(|m| m.value.iter().any(|c| c.cue.puts_together()))
            || word.is_some_and(|m| matches!(m.value.relation, Some((Relation::Backed | Relation::Sides, _))))
    };
    between.len() <= NEAR
        && between.clone().all(|i| text.tokens[i].kind == TokenKind::Word)
        && between.any(supports)
}

/// «the coalition, under the command of X»: whoever commands it is named with it, and is no side beside it; of an
/// umbrella («the opposition under the command of X») it is the leader.
pub(super) fn join_leaders(text: &Text<'_>, knowledge: &Knowledge, out: &mut Vec<ActorMention>) {
    for i in (1..out.len()).rev() {
        if !is_led_by(text, knowledge, out[i - 1].tokens.end, out[i].tokens.start) {
            continue;
        }
        let leader = out.remove(i);
        let led = &mut out[i - 1];
        led.tokens.end = leader.tokens.end;
        led.span = led.span.cover(leader.span);
        led.name = led.span.of(text.source).split_whitespace().collect::<Vec<_>>().join(" ");
        let code = &knowledge.conflict.faction(leader.faction).code;
        if is_general(led) && is_umbrella(&knowledge.conflict, led.faction) {
            led.leader = Some(leader.faction);
            led.why.push(format!("led by {code} in this text").into());
        } else if led.faction == knowledge.actors.sides.other && leader.faction != led.faction {
            led.faction = leader.faction;
            led.why.push(format!("led by {code} in this text").into());
        }
    }
}

/// Does a word for «under the command of» stand at token `at`, with only titles between it and the leader at `to`?
fn is_led_by(text: &Text<'_>, knowledge: &Knowledge, at: usize, to: usize) -> bool {
    let words = &knowledge.actors.words;
    let led = words.longest_at(text, at).filter(|m| m.value.particle.is_some_and(|p| p.led_by));
    let title = |i: usize| words.longest_at(text, i).is_some_and(|m| m.n_tokens == 1 && m.value.title);
    led.is_some_and(|m| at <= to && (at + m.n_tokens..to).all(title))
}

/// The one ally that the text ties to an umbrella.
fn leader(text: &Text<'_>, knowledge: &Knowledge, mentions: &[ActorMention]) -> Option<FactionId> {
    let conflict = &knowledge.conflict;
    let ties = mentions.windows(2).filter_map(|pair| {
        let (a, b) = (&pair[0], &pair[1]);
        let ally = match (may_be_umbrella(conflict, a), may_be_umbrella(conflict, b)) {
            (true, false) => b,
            (false, true) => a,
            _ => return None,
        };
        let fits = ally.kind == ActorKind::Faction
            && conflict.faction(ally.faction).holds_ground
            && conflict.factions.iter().any(|f| f.is_umbrella && f.allies.contains(&ally.faction));
        (fits && stand_together(text, knowledge, a, b)).then_some(ally.faction)
    });
    let mut counts = vec![0_usize; conflict.factions.len()];
    for ally in ties {
        counts[usize::from(ally.0)] += 1;
    }
    let best = (0..counts.len()).max_by_key(|&i| (counts[i], usize::MAX - i)).filter(|&i| counts[i] > 0)?;
    let named = |f: usize| {
        mentions.iter().filter(|m| usize::from(m.faction.0) == f && m.kind == ActorKind::Faction).count()
    };
    let others = (0..counts.len()).filter(|&i| conflict.factions[i].is_umbrella).map(named).sum::<usize>();
    (named(best) >= others).then_some(FactionId(best as u8))
}

/// Do both stand side by side in one sentence, not as the two sides of something?
fn stand_together(text: &Text<'_>, knowledge: &Knowledge, a: &ActorMention, b: &ActorMention) -> bool {
    let between = a.tokens.end..b.tokens.start;
    let stops = |i: usize| {
        let token = &text.tokens[i];
        token.kind == TokenKind::Break
            || (token.kind == TokenKind::Mark && matches!(text.fold_at(i), "." | ":"))
    };
    let against = |i: usize| {
        let cue = knowledge.status.lexicon.longest_at(text, i);
        let trigger = knowledge.triggers.lexicon.longest_at(text, i);
        let fights = |t: &TriggerForm| knowledge.triggers.all[usize::from(t.trigger)].frame == Frame::Fight;
        cue.is_some_and(|m| m.value.iter().any(|c| c.cue.sets_apart()))
            || trigger.is_some_and(|m| m.value.iter().any(fights))
    };
    let joined = text.readings_at(b.tokens.start).first().is_some_and(|r| r.affixes.has(Affixes::WA));
    let linked = joined
        || between.clone().any(|i| {
            let cue = knowledge.status.lexicon.longest_at(text, i);
            let particle = knowledge.actors.words.longest_at(text, i);
            cue.is_some_and(|m| m.value.iter().any(|c| c.cue.puts_together()))
                || particle.is_some_and(|m| m.value.particle.is_some_and(|p| p.including))
        });
    let before = a.tokens.start.saturating_sub(2)..a.tokens.start;
    linked && between.len() <= NEAR && !between.clone().any(stops) && !before.chain(between).any(against)
}

/// Is it a phrase for an unnamed group, and not a name or a person?
fn is_general(mention: &ActorMention) -> bool {
    is_armed(mention) && mention.kind != ActorKind::Faction || mention.kind == ActorKind::Generic
}

/// Is it a word for the umbrella, whomever the context made of it?
fn may_be_umbrella(conflict: &Conflict, mention: &ActorMention) -> bool {
    let by_word = mention.kind == ActorKind::Generic && mention.class == Some(HeadClass::Group);
    by_word || (is_general(mention) && is_umbrella(conflict, mention.faction))
}

fn is_umbrella(conflict: &Conflict, faction: FactionId) -> bool {
    conflict.faction(faction).is_umbrella
}
