// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may see what was written while topics are scored and chosen and a draft goes round.
import { read, type Audience } from './canary_audiences'

const opinion = {
  text: read('findOpinionRequest opinions[].text'),
  proposed: read('findOpinionRequest opinions[].proposed'),
}

export const of_choosing: Record<string, Record<string, Audience>> = {
  makeRound: { title: read('findRound title') },
  editRound: { title: read('findRound title'), reason: read('findRound steps[].reason') },
  takeRoundStep: { reason: read('findRound steps[].reason') },
  changeShortlist: { reason: read('findRound steps[].reason', 'exportShortlist file') },
  // what a proposer reads is the answer to his suggestion
  decideShortlist: {
    meeting: read('findRound decision.meeting'),
    decided_by: read('findRound decision.decided_by'),
    reason: read('findRound decision.reason', 'findSuggestion reply'),
    others_reason: read('findRound decision.others_reason', 'findSuggestion reply'),
  },
  sendDraftForOpinions: { note: read('findOpinionRequest note') },
  takeOpinionRequestStep: { reason: read('findOpinionRequest steps[].reason') },
  sayDraftOpinion: opinion,
  enterPaperOpinion: opinion,
  rewriteDraftOpinion: opinion,
  answerDraftOpinion: {
    reason: read('findOpinionRequest opinions[].answers'),
    wording: read('findOpinionRequest opinions[].answers'),
  },
  makeScoringRound: { title: read('findScoringRound title') },
  editScoringRound: {
    title: read('findScoringRound title'),
    'criteria[].name': read('findScoringRound criteria[].name'),
  },
  takeScoringStep: { reason: read('findScoringRound steps') },
  // blind: until the round is closed its writer's alone
  giveScoringComment: { words: read('findBallot items[].comments') },
}
