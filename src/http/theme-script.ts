/** Runs before the first paint: the chosen theme, and the marks that scripts run and that the address asks for something. The one inline script; the policy names its hash. */
export const themeScript = `var d=document.documentElement;try{var t=localStorage.getItem('theme');if(t)d.dataset.theme=t}catch{}d.classList.add('js');if(location.search)d.classList.add('queried')`;
