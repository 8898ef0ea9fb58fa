// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who was chosen stands as one text, so that a draft of the form is kept as the others are.
export interface ChosenRecipient {
  kind: 'body' | 'person'
  id: string
  name: string
}

export const chosenIn = (text: string): ChosenRecipient[] =>
  text ? (JSON.parse(text) as ChosenRecipient[]) : []

export function withChoice(text: string, one: ChosenRecipient, is_chosen: boolean): string {
  const others = chosenIn(text).filter((other) => other.kind !== one.kind || other.id !== one.id)
  const all = is_chosen ? [...others, one] : others
  return all.length ? JSON.stringify(all) : ''
}
