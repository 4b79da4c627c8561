using 'main.bicep'

param name = 'kommunen-prod'
param signInClientId = '00000000-0000-0000-0000-000000000000'
param publicUrl = 'https://samverkan.kommunen.example'
param alertEmail = 'it@kommunen.example'
param budgetFrom = '2026-12-01'
param monthlyBudget = 300
param smtpHost = 'smtp.kommunen.example'
param smtpUser = 'samverkan'
param smtpFrom = 'samverkan@kommunen.example'
param storageSku = 'Standard_ZRS'
param softDeleteDays = 14
param archiveImmutableDays = 14
param tags = { environment: 'prod', system: 'samverkan' }
