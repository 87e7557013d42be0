/** Runs before the first paint: the chosen theme, and the mark that scripts run. The one inline script; the policy names its hash. */
export const themeScript = `try{var t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}document.documentElement.classList.add('js')`;
