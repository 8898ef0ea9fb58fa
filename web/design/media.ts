// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether a media query holds, for what stands elsewhere on a small screen; what only looks otherwise
// is the style sheets'.
import { onBeforeUnmount, ref } from 'vue'

export const one_column = '(max-width: 1023px)' // as .columns in parts/page.css

export function useMedia(query: string) {
  const media = window.matchMedia(query)
  const holds = ref(media.matches)
  const look = () => (holds.value = media.matches)
  media.addEventListener('change', look)
  onBeforeUnmount(() => media.removeEventListener('change', look))
  return holds
}
