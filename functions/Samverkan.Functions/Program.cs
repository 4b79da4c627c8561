Console.WriteLine("Samverkan");
