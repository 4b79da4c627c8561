using 'main.bicep'

param name = 'kommunen-test'
param signInClientId = '00000000-0000-0000-0000-000000000000'
param alertEmail = 'it@kommunen.example'
param budgetFrom = '2026-12-01'
param monthlyBudget = 100
// No mail server: everything is written to the container utkorg, and nobody receives anything.
param storageSku = 'Standard_LRS'
param softDeleteDays = 7
param tags = { environment: 'test', system: 'samverkan' }
