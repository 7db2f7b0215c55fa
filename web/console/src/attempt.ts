// A call to the register from a page: busy while it runs, and what stood in its way.

import { ref, shallowRef } from 'vue'
import { Refusal, type Ground } from './api/client'

export function useAttempt() {
  const busy = ref(false)
  const grounds = shallowRef<Ground[]>([])

  async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
    if (busy.value) return undefined
    busy.value = true
    grounds.value = []
    try {
      return await act()
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      grounds.value = refusal.grounds
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { busy, grounds, attempt }
}
