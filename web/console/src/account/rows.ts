// A long list of mine, read page by page: the newest first, more on demand.

import { onMounted, ref, shallowRef } from 'vue'
import { useAttempt } from '../attempt'

interface Page {
  items: unknown[]
  next?: string
}

export function useRows<Row>(readPage: (cursor?: string) => Promise<Page>) {
  const rows = shallowRef<Row[]>([])
  const next = ref<string>()
  const read = ref(false)
  const { busy, grounds, attempt } = useAttempt()

  const more = (cursor?: string) =>
    attempt(async () => {
      const page = await readPage(cursor)
      rows.value = [...(cursor ? rows.value : []), ...(page.items as Row[])]
      next.value = page.next
      read.value = true
    })
  onMounted(() => more())
  return { rows, next, read, busy, grounds, more }
}
