// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A day by which a list is narrowed, as somebody types it into a date field: with each key the
// browser tells a whole day, so that on the way to 2018 there is the year 0002, 0020 and 0201. It is
// taken up a moment after the last key, or when the field is left; what is no day of our time is
// not, and what is being typed is never written over.
import { onBeforeUnmount, ref, watch } from 'vue'

const pause_ms = 400

// As the server takes them: of the calendar, from 1900 to 2999.
export function isDay(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export function useTypedDay(kept: () => string, keep: (day: string) => void) {
  const text = ref(kept())
  let typing = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  watch(kept, (day) => {
    if (!typing) text.value = day
  })
  watch(text, (day) => {
    clearTimeout(waiting)
    if (day !== kept() && isDay(day)) waiting = setTimeout(() => keep(day), pause_ms)
  })

  function take(): void {
    clearTimeout(waiting)
    if (text.value === kept()) return
    if (text.value === '' || isDay(text.value)) keep(text.value)
    else text.value = kept()
  }
  function focus(): void {
    typing = true
  }
  function blur(): void {
    typing = false
    take()
  }
  onBeforeUnmount(() => clearTimeout(waiting))
  return { text, take, focus, blur }
}
