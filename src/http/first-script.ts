/** Before the first paint: the chosen theme, and the marks that scripts run, that the address asks for something, and that the reader comes back or reloads. */
const marks = `var d=document.documentElement,c=d.classList;try{var t=localStorage.getItem('theme');if(t)d.dataset.theme=t}catch{}c.add('js');if(location.search)c.add('queried');if(performance.getEntriesByType('navigation')[0]?.type!='navigate')c.add('returned')`;

/**
 * After the first paint, or half a second after it should have come where the browser does not tell: the scripts that wait in `<template class="later">`. Nothing
 * of a page needs them to be read, and on a slow network they would take their bytes before its text.
 */
const later = `addEventListener('DOMContentLoaded',()=>{var r=()=>{var l=document.querySelector('template.later');l?.replaceWith(l.content)};requestAnimationFrame(()=>setTimeout(r,500));new PerformanceObserver(r).observe({type:'paint',buffered:true})})`;

/** The one inline script; the policy names its hash. */
export const firstScript = `${marks};${later}`;
