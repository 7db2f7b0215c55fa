// What stands around every page, of the console and of my account: its title, where the reader is, and the way out.

import { nextTick, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { ask } from './api/client'
import { keepDrafts } from './drafts'
import { end, heard } from './session'
import { language } from './words'

export function useShell(title: () => string) {
  const route = useRoute()
  const router = useRouter()
  const main = ref<HTMLElement>()

  void fetch('/livez', { method: 'HEAD' }).then(heard, () => undefined)

  // A reader of the screen hears where it is, and starts at its top.
  watch(
    [() => route.path, language],
    async ([path], [before]) => {
      document.title = title()
      if (path === before) return
      await nextTick()
      main.value?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    },
    { immediate: true },
  )

  async function signOut() {
    await keepDrafts()
    await ask('/v1/sessions/current', { method: 'DELETE' }).catch(() => undefined)
    end()
    await router.push('/sign-in')
  }
  return { main, signOut }
}
