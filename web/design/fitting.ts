// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How many of a bar's buttons fit into its one row, those that do not going behind its last one
// ("more", marked data-more). Measured anew whenever the bar changes its size or `words` change.
import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

export function useFitting(bar: Ref<HTMLElement | undefined>, words: () => unknown) {
  const fits = ref(Infinity)

  async function measure(): Promise<void> {
    fits.value = Infinity // all are there while they are measured, before anything is painted
    await nextTick()
    if (!bar.value) return
    const { columnGap, paddingLeft, paddingRight } = getComputedStyle(bar.value)
    const room = bar.value.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
    const widths = [...bar.value.querySelectorAll<HTMLElement>('[data-fits]')].map(
      (one) => one.offsetWidth,
    )
    const more = bar.value.querySelector<HTMLElement>('[data-more]')?.offsetWidth ?? 0
    fits.value = fitting(widths, { room, gap: parseFloat(columnGap) || 0, more })
  }

  let observer: ResizeObserver | undefined
  onMounted(() => {
    observer = new ResizeObserver(() => void measure())
    observer.observe(bar.value!)
  })
  onBeforeUnmount(() => observer?.disconnect())
  watch(words, () => void measure())
  return fits
}

export function fitting(
  widths: readonly number[],
  { room, gap, more }: { room: number; gap: number; more: number },
): number {
  const through = (count: number) =>
    widths.slice(0, count).reduce((sum, width) => sum + width + gap, 0)
  if (through(widths.length) - gap <= room) return widths.length
  let count = widths.length - 1
  while (count > 0 && through(count) + more > room) count -= 1
  return count
}
