// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether this machine has a network at all; that the server answers is another matter.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export function useOnline(): Ref<boolean> {
  const online = ref(navigator.onLine)
  const look = () => (online.value = navigator.onLine)
  const events = ['online', 'offline'] as const
  onMounted(() => events.forEach((one) => window.addEventListener(one, look)))
  onBeforeUnmount(() => events.forEach((one) => window.removeEventListener(one, look)))
  return online
}
