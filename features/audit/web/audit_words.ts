// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Events and objects in words; what has none is shown as the record has it.
import { hasText, pack, t } from '@/i18n'
import type { Act } from './audit_api'

const within = (start: string, name: string): string =>
  hasText(start + name) ? t(start + name) : name

export const eventWords = (action: string): string => within('audit.event.', action)
export const kindWords = (kind: string): string => within('audit.kind.', kind)

const commandLine = 'cli:' // begins the id of who typed a command: cli:root

// As the person was called then.
export function whoWords(act: Act): string {
  if (act.by_name) return act.by_name
  if (act.by.startsWith(commandLine))
    return `${t('audit.command_line')} ${act.by.slice(commandLine.length)}`
  return act.by || t(act.result === 'refused' ? 'audit.nobody' : 'audit.program')
}

// The roles, the operation, the reason; a code that has no text stands for itself.
export const aboutWords = (act: Act): string => act.about.map((code) => t(code)).join(' · ')

export function objectWords(act: Act): string {
  return act.object_name || act.object
}

// What the auditor may open of an act beside the record itself: who gave which score, once that is
// read at all (scoring_policies.h, see_names). Closed rounds are never opened again.
export function pageOf(act: Act): { to: string; text: string } | undefined {
  return act.action === 'scoring_round.close'
    ? { to: `/scoring/${act.object}/names`, text: 'scoring.web.names' }
    : undefined
}

// All that there are words for, to choose from.
function choicesOf(start: string, any: string): { value: string; text: string }[] {
  const named = Object.entries(pack.value?.texts ?? {})
    .filter(([code]) => code.startsWith(start))
    .map(([code, text]) => ({ value: code.slice(start.length), text }))
  return [{ value: '', text: t(any) }, ...named]
}

export const eventChoices = () => choicesOf('audit.event.', 'audit.web.any_action')
export const kindChoices = () => choicesOf('audit.kind.', 'audit.web.any_kind')
